# Builds what Windows users install: powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1 [FOLDER]
#
# In FOLDER, target\packages without one:
#   Digitscope\                the program with its own Java; digitscope-cli.exe has the commands
#   Digitscope-VERSION.msi     installs for the current user
param([string]$Output)

$ErrorActionPreference = 'Stop'
$id = '7c1f3d52-6a0b-4c0e-9d8e-5b1f0a6e2d94' # names the program to Windows Installer; never changes

function Fail([string]$sentence) {
    [Console]::Error.WriteLine($sentence)
    exit 1
}

function Invoke-Tool([string]$tool, [string[]]$arguments) {
    & $tool @arguments
    if ($LASTEXITCODE -ne 0) { Fail "$tool ended with status $LASTEXITCODE; what it says above tells why." }
}

# ---- What has to be there

if ($env:OS -ne 'Windows_NT') { Fail 'This makes a package for Windows and has to run there.' }
if ($env:JAVA_HOME) {
    $jdk = Join-Path $env:JAVA_HOME 'bin'
} else {
    $javac = Get-Command javac -ErrorAction SilentlyContinue
    if (-not $javac) { Fail 'A JDK of 17 or newer is missing: install it with "winget install EclipseAdoptium.Temurin.17.JDK".' }
    $jdk = Split-Path $javac.Source
}
$jlink = Join-Path $jdk 'jlink.exe'
$jpackage = Join-Path $jdk 'jpackage.exe'
if (-not ((Test-Path $jlink) -and (Test-Path $jpackage))) {
    Fail "There is no jlink or jpackage in ${jdk}: install a whole JDK with ""winget install EclipseAdoptium.Temurin.17.JDK"" and set JAVA_HOME to it."
}
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    Fail 'Maven is missing (no mvn on the PATH): install it with "choco install maven".'
}
if (-not (Get-Command candle -ErrorAction SilentlyContinue)) {
    $wix = Get-ChildItem "${env:ProgramFiles(x86)}\WiX Toolset v3*\bin" -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $wix) { Fail 'The WiX Toolset 3 is missing (no candle on the PATH): install it with "choco install wixtoolset".' }
    $env:PATH = "$($wix.FullName);$env:PATH"
}

# ---- The program

$project = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
if (-not $Output) { $Output = Join-Path $project 'target\packages' }
$version = ([xml](Get-Content -Raw (Join-Path $project 'pom.xml'))).project.version
$work = Join-Path $Output 'work'
Remove-Item -Recurse -Force $work, (Join-Path $Output 'Digitscope'), (Join-Path $project 'target\digitscope') -ErrorAction SilentlyContinue
$jars = Join-Path $work 'jars'
$natives = Join-Path $jars 'natives'
$licences = Join-Path $jars 'licences'
New-Item -ItemType Directory -Force $natives, $licences | Out-Null

Push-Location $project
Invoke-Tool 'mvn' @('-B', '-q', '-DskipTests', '-Psbom', 'package')
Pop-Location

# ---- Jars without native libraries, the libraries beside them, the licence texts that the jars hold

Add-Type -AssemblyName System.IO.Compression
Add-Type -AssemblyName System.IO.Compression.FileSystem
Get-ChildItem (Join-Path $project 'target\digitscope\lib\*.jar') | Where-Object { $_.Length -gt 400 } | ForEach-Object {
    $jar = Join-Path $jars $_.Name
    Copy-Item $_.FullName $jar
    $zip = [IO.Compression.ZipFile]::Open($jar, 'Update')
    foreach ($entry in @($zip.Entries)) {
        if ($entry.Name -like '*.dll') {
            [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, (Join-Path $natives $entry.Name), $true)
            $entry.Delete()
        } elseif ($entry.Name -match '^(licen[cs]e|notice|copying|copyright)' -and $entry.Name -notmatch '\.(class|java)$') {
            $texts = Join-Path $licences $_.BaseName
            New-Item -ItemType Directory -Force $texts | Out-Null
            $name = $entry.FullName.Replace('META-INF/', '').Replace('/', '_')
            [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, (Join-Path $texts $name), $true)
        }
    }
    $zip.Dispose()
}

# ---- The two large libraries without what linkers alone read, a quarter of them

$large = @('libnd4jcpu.dll', 'libopenblas.dll' | ForEach-Object { Join-Path $natives $_ })
if (Get-Command strip -ErrorAction SilentlyContinue) {
    Invoke-Tool 'strip' (@('--strip-unneeded') + $large)
} else {
    'There is no strip on the PATH, which comes with MinGW ("choco install mingw"): the package will be 100 MB larger.'
}
# JavaCPP's wrapper looks for the library under this name, ND4J's own under the other.
Copy-Item (Join-Path $natives 'libopenblas.dll') (Join-Path $natives 'libopenblas_nolapack.dll')

# ---- Licences

Copy-Item (Join-Path $project 'LICENSE'), (Join-Path $project 'NOTICE') $licences
Get-ChildItem (Join-Path $jars '*.jar') | ForEach-Object { $_.BaseName } | Set-Content (Join-Path $licences 'THIRD-PARTY')
Copy-Item (Join-Path $project 'target\bom.json') (Join-Path $licences 'digitscope.cdx.json')

# ---- The icon: an .ico is a list of sizes in front of the pictures, which may be PNG

$pictures = @(16, 32, 64, 128, 256 | ForEach-Object {
    [pscustomobject]@{ Size = $_; Bytes = [IO.File]::ReadAllBytes((Join-Path $project "assets\icons\digitscope-$_.png")) }
})
$icon = Join-Path $work 'digitscope.ico'
$writer = New-Object IO.BinaryWriter ([IO.File]::Create($icon))
$writer.Write([uint16]0); $writer.Write([uint16]1); $writer.Write([uint16]$pictures.Count)
$offset = 6 + 16 * $pictures.Count
foreach ($picture in $pictures) {
    $size = [byte]($picture.Size % 256) # 0 stands for 256
    $writer.Write($size); $writer.Write($size); $writer.Write([byte]0); $writer.Write([byte]0)
    $writer.Write([uint16]1); $writer.Write([uint16]32)
    $writer.Write([uint32]$picture.Bytes.Length); $writer.Write([uint32]$offset)
    $offset += $picture.Bytes.Length
}
foreach ($picture in $pictures) { $writer.Write([byte[]]$picture.Bytes) }
$writer.Close()

# ---- Java, the image, the installer

$runtime = Join-Path $work 'runtime'
Invoke-Tool $jlink @('--add-modules',
    'java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.xml,jdk.crypto.ec,jdk.crypto.mscapi,jdk.localedata,jdk.management,jdk.unsupported',
    '--include-locales=en,zh', '--strip-debug', '--no-header-files', '--no-man-pages', '--compress=2',
    '--generate-cds-archive', '--output', $runtime)
Invoke-Tool $jpackage @('--type', 'app-image', '--name', 'Digitscope', '--app-version', $version, '--dest', $Output,
    '--runtime-image', $runtime, '--input', $jars, '--main-jar', "digitscope-$version.jar",
    '--main-class', 'org.digitscope.app.Main', '--icon', $icon,
    '--add-launcher', "digitscope-cli=$(Join-Path $project 'packaging\common\command-line.properties')",
    '--java-options', '-Xmx384m', '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:TieredStopAtLevel=1',
    '--java-options', '-Xms64m', '--java-options', '-Xmn6m', '--java-options', '-XX:MetaspaceSize=96m',
    '--java-options', '-XX:SoftRefLRUPolicyMSPerMB=20',
    '--java-options', '-Dfile.encoding=UTF-8', '--java-options', '-Djava.library.path=$APPDIR\natives',
    '--java-options', '-Dorg.bytedeco.javacpp.pathsFirst=true')
$associations = Join-Path $project 'packaging\common\associations'
Invoke-Tool $jpackage @('--type', 'msi', '--name', 'Digitscope', '--app-version', $version, '--dest', $Output,
    '--app-image', (Join-Path $Output 'Digitscope'), '--license-file', (Join-Path $project 'LICENSE'),
    '--vendor', 'The Digitscope authors', '--win-upgrade-uuid', $id, '--win-per-user-install', '--win-menu', '--win-shortcut',
    '--file-associations', (Join-Path $associations 'ink.properties'),
    '--file-associations', (Join-Path $associations 'inkml.properties'),
    '--file-associations', (Join-Path $associations 'state.properties'))
Remove-Item -Recurse -Force $work
Get-ChildItem (Join-Path $Output 'Digitscope-*.msi') | ForEach-Object { '{0}: {1:N0} bytes' -f $_.Name, $_.Length }

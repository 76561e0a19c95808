@echo off
rem Starts Digitscope: the window without arguments, the command line with them.
rem
rem   JAVA_HOME              the Java to use, 17 or newer; else the one on the PATH
rem   DIGITSCOPE_JAVA_OPTS   more options for Java; they win over the ones below
setlocal EnableExtensions DisableDelayedExpansion
for %%h in ("%~dp0..") do set "home=%%~fh"

rem ---- Java: which one, and of what version (read from its "release" file where there is one)

if not defined JAVA_HOME goto java_on_path
set "java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%java%" goto java_found
>&2 echo digitscope: JAVA_HOME is "%JAVA_HOME:"=%", which has no bin\java.exe: set it to a Java of 17 or newer, or unset it.
exit /b 1

:java_on_path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined java goto java_found
>&2 echo digitscope: Java is missing: install a Java of 17 or newer, or set JAVA_HOME to one.
exit /b 1

:java_found
for %%j in ("%java%") do set "java_bin=%%~dpj"
set "PATH=%java_bin%;%PATH%"
set "release=%java_bin%..\release"
set "version="
if not exist "%release%" goto ask_java
for /f "usebackq tokens=1,2 delims==" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
:ask_java
if defined version goto version_known
for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /c:" version "') do set "version=%%~v"
:version_known
set "major=0"
if defined version for /f "tokens=1 delims=.-+_" %%v in ("%version%") do set "major=%%v"
if %major% geq 17 goto java_fits
>&2 echo digitscope: "%java%" is Java %version%: set JAVA_HOME to a Java of 17 or newer.
exit /b 1

:java_fits
set "native="
if %major% geq 24 set "native=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem ---- What is going to run: short of memory and quick to start, or long and with much data

set "work=-Xmx384m -XX:TieredStopAtLevel=1 -Xms64m -Xmn6m -XX:MetaspaceSize=96m -XX:SoftRefLRUPolicyMSPerMB=20"
if "%~1"=="train" set "work=-Xmx2g"
if "%~1"=="evaluate" set "work=-Xmx1g"
if not "%~1"=="bench" goto start
rem bench --window and --soak measure the window, so everything is as it is for the window.
set "work=-Xmx1g"
for %%a in (%*) do if "%%~a"=="--window" set "work=-Xmx384m -XX:TieredStopAtLevel=1 -Xms64m -Xmn6m -XX:MetaspaceSize=96m -XX:SoftRefLRUPolicyMSPerMB=20"
for %%a in (%*) do if "%%~a"=="--soak" set "work=-Xmx384m -XX:TieredStopAtLevel=1 -Xms64m -Xmn6m -XX:MetaspaceSize=96m -XX:SoftRefLRUPolicyMSPerMB=20"

:start
rem Threads that wait for work must not spin: the cores are needed.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%java%" %work% -XX:+UseSerialGC %native% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %DIGITSCOPE_JAVA_OPTS% -cp "%home%\lib\*" org.digitscope.app.Main %*
exit /b %ERRORLEVEL%

@echo off
rem Opens Digitscope, or runs its command line when there are arguments: packaging\run.bat [ARGUMENT...]
setlocal EnableExtensions DisableDelayedExpansion
for %%p in ("%~dp0..") do set "project=%%~fp"
call mvn -B -q -f "%project%\pom.xml" -DskipTests package 1>&2
if not errorlevel 1 goto start
>&2 echo The build failed; what is said above tells why. It needs a JDK of 17 or newer, and Maven (mvn) on the PATH.
exit /b 1

:start
call "%project%\target\digitscope\bin\digitscope.bat" %*
exit /b %ERRORLEVEL%

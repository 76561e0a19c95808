@echo off
rem Builds Digitscope and runs all of its tests: packaging\test.bat [MAVEN ARGUMENT...]
setlocal EnableExtensions DisableDelayedExpansion
for %%p in ("%~dp0..") do set "project=%%~fp"
call mvn -B -f "%project%\pom.xml" verify %*
exit /b %ERRORLEVEL%

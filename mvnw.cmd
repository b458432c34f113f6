@echo off
rem Runs the pinned Maven on a JDK 25; the same as mvnw, for Windows. See docs\decisions\0002-own-maven-wrapper.md.
setlocal EnableExtensions
set "here=%~dp0"
set "properties=%here%.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,2 delims==" %%a in ("%properties%") do (
  if "%%a"=="mavenVersion" set "version=%%b"
  if "%%a"=="distributionSha256Sum" set "sum=%%b"
)
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "home=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%version%"

rem Maven's own JVM: the formatter reads our sources with it, so it must be 25 or later.
set "jdk="
call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try_jdk "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try_jdk "%%~d"
if not defined jdk (
  echo No JDK 25 or later was found. Install one ^(winget install EclipseAdoptium.Temurin.25.JDK^), or set JAVA_HOME to it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%jdk%"

if not exist "%home%\bin\mvn.cmd" (
  call :fetch
  if errorlevel 1 exit /b 1
)

rem Maven 3.9 on Java 25: quiet about what its own libraries do.
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
rem A path that ends in a backslash would swallow the quotation mark behind it.
call "%home%\bin\mvn.cmd" -ntp -f "%here%." %*
exit /b %errorlevel%

rem Keeps folder %1 as the JDK if it is one, is new enough, and is the first.
:try_jdk
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
set "feature=0"
for /f tokens^=2^ delims^=^" %%v in ('findstr /b JAVA_VERSION^= "%~1\release" 2^>nul') do for /f "delims=.-+" %%f in ("%%v") do set "feature=%%f"
if %feature% GEQ 25 set "jdk=%~f1"
exit /b 0

:fetch
where mvn >nul 2>nul
if errorlevel 1 (
  echo mvnw: fetching Maven %version% needs any Maven once: winget or scoop install maven, or https://maven.apache.org 1>&2
  exit /b 1
)
echo mvnw: fetching Maven %version% 1>&2
set "work=%TEMP%\mvnw-%RANDOM%%RANDOM%"
mkdir "%work%" || exit /b 1
pushd "%work%"
call mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy "-Dartifact=org.apache.maven:apache-maven:%version%:zip:bin" "-DoutputDirectory=%work%" -Dmdep.useBaseVersion=true
popd
set "zip=%work%\apache-maven-%version%-bin.zip"
set "found="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%zip%" SHA256 2^>nul') do if not defined found set "found=%%h"
if defined found set "found=%found: =%"
if /i not "%found%"=="%sum%" (
  echo mvnw: Maven %version% has an unexpected checksum, or could not be fetched 1>&2
  rmdir /s /q "%work%"
  exit /b 1
)
pushd "%work%"
"%JAVA_HOME%\bin\jar" -xf "%zip%"
popd
if not exist "%MAVEN_USER_HOME%\wrapper\dists" mkdir "%MAVEN_USER_HOME%\wrapper\dists"
rem Another build may have been faster; whichever came first is as good.
if not exist "%home%" move "%work%\apache-maven-%version%" "%home%" >nul
rmdir /s /q "%work%"
if not exist "%home%\bin\mvn.cmd" exit /b 1
exit /b 0

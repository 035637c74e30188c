@echo off
rem NhaIn's launcher for Windows: builds what is missing with Maven, then runs. Needs JDK 17+ and Maven 3.8+.
setlocal
set "NHAIN=%~dp0"
set "VERB=%~1"
if "%VERB%"=="" goto usage_wrong
if "%VERB%"=="--help" goto usage
if "%VERB%"=="-h" goto usage
if "%VERB%"=="help" goto usage

set "MODULE="
set "PASS="
if "%VERB%"=="demo"      (set "MODULE=simulators"    & set "MAIN=vn.nhain.simulators.demo.Main"      & set "OPTS=-Xmx512m -Xss512k -XX:+UseSerialGC -XX:MaxDirectMemorySize=128m")
if "%VERB%"=="simulate"  (set "MODULE=simulators"    & set "MAIN=vn.nhain.simulators.configure.Main" & set "OPTS=-Xmx256m -XX:+UseSerialGC")
if "%VERB%"=="edge"      (set "MODULE=edge-agent"    & set "MAIN=vn.nhain.edge.configure.Main"       & set "OPTS=-Xms32m -Xmx96m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:+IgnoreUnrecognizedVMOptions -XX:TrimNativeHeapInterval=10000 -Dio.netty.allocator.numDirectArenas=1")
if "%VERB%"=="dashboard" (set "MODULE=dashboard-api" & set "MAIN=vn.nhain.dashboard.configure.Main"  & set "OPTS=-Xmx512m -XX:+UseSerialGC")
if "%VERB%"=="solve" (set "MODULE=scheduler" & set "MAIN=vn.nhain.scheduler.configure.Main" & set "OPTS=-Xmx2g" & set "PASS=solve")
if "%VERB%"=="check" (set "MODULE=scheduler" & set "MAIN=vn.nhain.scheduler.configure.Main" & set "OPTS=-Xmx2g" & set "PASS=check")
if "%VERB%"=="race"  (set "MODULE=scheduler" & set "MAIN=vn.nhain.scheduler.configure.Main" & set "OPTS=-Xmx2g" & set "PASS=race")
if "%VERB%"=="generate" (set "MODULE=scheduler" & set "MAIN=vn.nhain.scheduler.configure.Main" & set "OPTS=-Xmx2g" & set "PASS=generate")

rem Options go on as they were written: cmd splits %1, %2 ... at commas too, and 10,60 must stay one word.
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set REST=%%b
set "PEER="
:look
shift
if "%~1"=="" goto looked
if "%~1"=="--peer" set "PEER=yes"
goto look
:looked

if "%VERB%"=="test" goto test
if "%MODULE%"=="" (
  echo nhain: there is no verb '%VERB%'. The verbs are demo, solve, check, race, generate, edge, dashboard, simulate, test. 1>&2
  exit /b 2
)

if not exist "%NHAIN%simulators\target\lib" (
  echo nhain: building ^(the first time this fetches libraries^) 1>&2
  call mvn -q -B -f "%NHAIN%pom.xml" %MAVEN_ARGS% -Dquickly package 1>&2
  if errorlevel 1 (
    echo nhain: the build failed: see above. 1>&2
    exit /b 1
  )
)
if "%VERB%%PEER%"=="raceyes" (
  echo nhain: building the peers ^(the first time this fetches OR-tools^) 1>&2
  call mvn -q -B -f "%NHAIN%pom.xml" %MAVEN_ARGS% -Dquickly -Pbench -pl scheduler/bench -am package 1>&2
  if errorlevel 1 (
    echo nhain: the peers could not be built: see above. They need com.google.ortools:ortools-java from Maven Central. 1>&2
    exit /b 1
  )
  set "NHAIN_PEERS=%NHAIN%scheduler\bench\target\*;%NHAIN%scheduler\bench\target\lib\*"
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
call "%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo nhain: no Java found: install a JDK 17 or later, or set JAVA_HOME to one. 1>&2
  exit /b 1
)
"%JAVA%" %OPTS% -Dlogback.configurationFile=nhain-logback.xml -Djava.awt.headless=true %NHAIN_JAVA_OPTS% -cp "%NHAIN%%MODULE%\target\*;%NHAIN%%MODULE%\target\lib\*" %MAIN% %PASS% %REST%
exit /b %ERRORLEVEL%

:test
echo nhain: tests that need a browser or a server which is not installed are skipped by name 1>&2
call mvn -B -f "%NHAIN%pom.xml" %MAVEN_ARGS% -Pbrowser verify %REST%
exit /b %ERRORLEVEL%

:usage_wrong
echo nhain: a verb is missing. The verbs are demo, solve, check, race, generate, edge, dashboard, simulate, test. 1>&2
exit /b 2

:usage
echo nhain VERB: demo, solve, check, race, generate, edge, dashboard, simulate, test. 'nhain VERB --help' tells the options.
exit /b 0

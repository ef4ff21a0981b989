@echo off
rem Starts the workbench. DFW_JAVA names the java to use, DFW_VMARGS further options of the virtual machine.
setlocal
if "%DFW_JAVA%"=="" set DFW_JAVA=javaw
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%f
start "" "%DFW_JAVA%" -Xmx2g %DFW_VMARGS% -jar "%LAUNCHER%" -install "%~dp0." -name "Domain Firmware Workbench" -nosplash %*

String log = new File(basedir, "build.log").text
assert log.contains("rolewright:check") || log.contains("rolewright-maven-plugin")
assert log.contains("BUILD SUCCESS")
assert !log.contains("[WARNING] src/main/resources")

String log = new File(basedir, "build.log").text
assert log.contains("BUILD SUCCESS")
assert log.contains("checked 1 policy in 1 file")
assert !log.contains("[WARNING]")

String log = new File(basedir, "build.log").text
assert log.contains("BUILD SUCCESS")
assert log.contains("SS001")
assert log.contains("template.yaml:6:27")

String log = new File(basedir, "build.log").text
assert log.contains("MY001 src/main/resources/role-trust.json:5:")
assert log.contains("is no pipeline")

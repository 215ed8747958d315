String log = new File(basedir, "build.log").text
assert log.contains("rolewright could not judge everything: src/main/resources/role-trust.json:")
assert !log.contains("rolewright found")

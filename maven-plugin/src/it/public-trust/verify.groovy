String log = new File(basedir, "build.log").text
assert log.contains("MojoFailureException") || log.contains("rolewright found 1 fault")
assert log.contains("TP001 src/main/resources/role-trust.json:4:")
assert log.contains("critical")

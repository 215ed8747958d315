String log = new File(basedir, "build.log").text
assert log.contains("GR005 template.yaml:5:")
assert log.contains("rolewright could not decide everything; open questions: 1")

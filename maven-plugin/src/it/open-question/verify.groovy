String log = new File(basedir, "build.log").text
assert log.contains("[GR005]")
assert log.contains("template.yaml:5:33")
assert log.contains("rolewright could not decide everything; open questions: 1")

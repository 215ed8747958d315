assert new File(basedir, "build.log").text.contains("rolewright: skipped")

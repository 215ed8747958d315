import groovy.json.JsonSlurper

def json = new JsonSlurper().parse(new File(basedir, "target/rolewright/rolewright.json"))
assert json.findings.findAll { it.rule == "TP001" }*.file == ["policies/role-trust.json"]
def sarif = new JsonSlurper().parse(new File(basedir, "target/rolewright/rolewright.sarif"))
assert sarif.version == "2.1.0"
assert sarif.runs[0].results.any { it.ruleId == "TP001" }
assert !new File(basedir, "target/rolewright/rolewright.txt").exists()

/** The rule language: what stands in a ```rule block of a rule file. See docs/rule-language.md. */
grammar Rule;

block    : clause+ EOF ;
clause   : each step* report ;

each     : 'for' some='some'? kind=name variable=name ('in' expr)? ;
step     : each
         | 'let' variable=name '=' expr
         | 'where' expr
         | 'when' inquiry
         | 'when' answer=expr
         ;
inquiry  : answer=('possible' | 'impossible') 'request' variable=name 'from' expr 'where' expr ;

report   : 'report' place=expr ('severity' severity=expr)? message
           related* ('advice' advice=message)? fix* ;
message  : TEXT+ ;
related  : 'related' place=expr message ;
fix      : 'fix' message change+ ;
change   : 'replace' expr 'with' expr
         | 'remove' expr
         | 'add' name '(' expr (',' expr)* ')' 'to' expr
         ;

expr     : expr '.' name ('(' (expr (',' expr)*)? ')')?                          # dotted
         | expr '[' expr ']'                                                     # indexed
         | expr not='not'? op=('in' | 'like') expr                               # compared
         | expr op=('==' | '!=' | '<' | '<=' | '>' | '>=') expr                  # compared
         | expr 'is' not='not'? what=('absent' | 'empty')                        # tested
         | 'not' expr                                                            # not
         | expr 'and' expr                                                       # and
         | expr 'or' expr                                                        # or
         | <assoc=right> 'if' expr 'then' expr 'else' expr                       # choice
         | quantifier=('any' | 'every' | 'no') variable=name 'in' expr 'has' expr # quantified
         | 'maybe' expr                                                          # maybe
         | inquiry                                                               # inquired
         | '[' variable=name 'in' expr 'where' expr ']'                          # those
         | '[' (expr (',' expr)*)? ']'                                           # list
         | name '(' (expr (',' expr)*)? ')'                                      # called
         | name                                                                  # named
         | TEXT                                                                  # text
         | NUMBER                                                                # number
         | value=('true' | 'false')                                              # truth
         | '(' expr ')'                                                          # grouped
         ;

/** Words of the grammar are names too where nothing else can stand. */
name     : NAME | 'request' | 'some' | 'report' | 'severity' | 'advice' | 'related' | 'fix'
         | 'add' | 'remove' | 'replace' | 'with' | 'to' | 'from' | 'empty' | 'absent' | 'any' ;

interpolated : expr EOF ;

NAME     : [A-Za-z] [A-Za-z0-9_]* ;
NUMBER   : [0-9]+ ;
TEXT     : '"' ( ~["\\\r\n] | '\\' . )* '"' ;
SPACE    : [ \t\r\n]+ -> skip ;
COMMENT  : '#' ~[\r\n]* -> skip ;
OTHER    : . ;

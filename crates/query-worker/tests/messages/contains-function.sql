-- class: SYN-2 undefined database object: undefined function
-- fault: contain
-- fixed: select name from users where contains(name, 'a')
select name from users where contain(name, 'a')

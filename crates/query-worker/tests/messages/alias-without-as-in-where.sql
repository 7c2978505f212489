-- class: SYN-2 undefined database object: undefined column
-- fault: nme
-- fixed: select name nme from users where name = 'Ada'
select name nme from users where nme = 'Ada'

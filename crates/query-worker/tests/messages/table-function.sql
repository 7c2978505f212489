-- class: SYN-2 undefined database object: undefined object
-- fault: read_csv
-- fixed: select * from users
select * from read_csv('/etc/passwd')

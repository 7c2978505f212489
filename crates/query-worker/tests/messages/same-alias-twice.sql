-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: u
-- fixed: select a.name, b.name from users as a join orders as o on true join users as b on true
select * from users as u join orders as u on true

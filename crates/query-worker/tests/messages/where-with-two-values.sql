-- class: SYN-3 data type mismatch: failure to specify column name twice
-- fault: 'GB'
-- fixed: select name from users where country = 'US' or country = 'GB'
select name from users where country = ('US' or 'GB')

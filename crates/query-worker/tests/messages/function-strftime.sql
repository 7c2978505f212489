-- class: SYN-2 undefined database object: undefined function
-- fault: strftime
-- fixed: select to_char(signed_up, '%Y-%m') from users
select strftime('%Y-%m', signed_up) from users

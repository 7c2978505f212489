-- class: SYN-2 undefined database object: undefined function
-- fault: datediff
-- fixed: select coalesce(country, '?'), date_diff('day', signed_up, signed_up) from users
select ifnull(country, '?'), datediff(signed_up, signed_up) from users

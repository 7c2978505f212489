-- class: SYN-6 common syntax error: omitting commas
-- fault: country
-- fixed: select user_id, name, country from users
select user_id name country from users

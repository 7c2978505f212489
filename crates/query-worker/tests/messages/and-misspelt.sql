-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: adn
-- fixed: select name from users where country = 'US' and user_id > 1
select name from users where country = 'US' adn user_id > 1

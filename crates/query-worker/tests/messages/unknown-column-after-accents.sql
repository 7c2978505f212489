-- class: SYN-2 undefined database object: misspellings
-- fault: usr_id
-- fixed: select 'é', '漢字', user_id from orders
select 'é', '漢字', usr_id from orders

select 'é', '漢字', usr_id from orders

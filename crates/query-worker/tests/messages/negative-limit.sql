select * from users limit -1

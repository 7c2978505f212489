select * from ordrs

select count(* from users

select * from users where cast(signed_up as timestamp) > timestamp '2026-03-10 14:00'

//! Each rule about queries that run and are surely not meant: what it names, and what comes near and is left alone.

use crate::desk;

/// A rule, queries it must name, and queries it must not.
struct Rule {
    code: &'static str,
    named: &'static [&'static str],
    near: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule {
        code: "sql-join-without-condition",
        named: &[
            "select name, amount from users join orders",
            "select name, amount from users, orders",
            "select name, amount from users u, orders o where amount > 10 and u.country = 'US'",
        ],
        near: &[
            "select name, amount from users cross join orders",
            "select name, amount from users join orders using (user_id)",
            "select name, amount from users u, orders o where u.user_id = o.user_id",
            "select name, amount from users u, orders o where o.amount > 1 and (u.user_id = o.user_id or o.status = 'open')",
            "select name, total from users, (select sum(amount) as total from orders)",
            "with whole as (select sum(amount) as total from orders) select name, total from users, whole",
            "select name, value from users, generate_series(1, 2)",
        ],
    },
    Rule {
        code: "sql-left-join-undone",
        named: &[
            "select name from users u left join orders o on o.user_id = u.user_id where o.status = 'paid'",
            "select name from users left join orders using (user_id) where amount > 10",
            "select name from users u left join orders o on o.user_id = u.user_id where u.country = 'US' and o.amount between 1 and 20",
            "select name from users u left join orders o on o.user_id = u.user_id where o.status in ('paid', 'open')",
            "select name from users u left join orders o on o.user_id = u.user_id where o.status <> 'paid'",
        ],
        near: &[
            "select name from users u left join orders o on o.user_id = u.user_id and o.status = 'paid'",
            "select name from users u left join orders o on o.user_id = u.user_id where o.order_id is null",
            "select name from users u left join orders o on o.user_id = u.user_id where o.order_id is not null",
            "select name from users u left join orders o on o.user_id = u.user_id where o.status = 'paid' or o.status is null",
            "select name from users u left join orders o on o.user_id = u.user_id where coalesce(o.status, 'none') = 'none'",
            "select name from users u left join orders o on o.user_id = u.user_id where u.country = 'US'",
            "select name from users u join orders o on o.user_id = u.user_id where o.status = 'paid'",
        ],
    },
    Rule {
        code: "sql-count-after-left-join",
        named: &[
            "select u.name, count(*) from users u left join orders o on o.user_id = u.user_id group by u.name",
            "select u.user_id, count(*) as orders from users u left join orders o using (user_id) group by u.user_id",
        ],
        near: &[
            "select u.name, count(o.order_id) from users u left join orders o on o.user_id = u.user_id group by u.name",
            "select u.name, count(*) from users u join orders o on o.user_id = u.user_id group by u.name",
            "select u.name, count(*) from users u left join orders o on o.user_id = u.user_id where o.order_id is null group by u.name",
            "select o.status, count(*) from users u left join orders o on o.user_id = u.user_id group by o.status",
            "select u.name, count(*) filter (where o.amount > 1) from users u left join orders o on o.user_id = u.user_id group by u.name",
        ],
    },
    Rule {
        code: "sql-average-of-averages",
        named: &[
            "select avg(mean) from (select user_id, avg(amount) as mean from orders group by user_id)",
            "with t as (select status, avg(amount) as mean from orders group by status) select round(avg(t.mean), 2) from t",
        ],
        near: &[
            "select avg(total) from (select user_id, sum(amount) as total from orders group by user_id)",
            "select max(mean) from (select user_id, avg(amount) as mean from orders group by user_id)",
            "select sum(total) / sum(n) from (select user_id, sum(amount) as total, count(*) as n from orders group by user_id)",
            "select avg(amount) from orders where amount > (select avg(amount) from orders)",
            "select avg(amount) from (select amount, avg(amount) over () as mean from orders)",
        ],
    },
    Rule {
        code: "sql-counted-condition",
        named: &[
            "select count(amount > 10) from orders",
            "select count(status = 'paid') from orders",
            "select count(case when status = 'paid' then 1 else 0 end) from orders",
            "select count(if(status = 'paid', 1, 0)) from orders",
            "select count(status is null) from orders",
        ],
        near: &[
            "select count(case when status = 'paid' then 1 end) from orders",
            "select count(case when status = 'paid' then 1 else null end) from orders",
            "select count(nullif(status, 'paid')) from orders",
            "select count(status = 'paid' or null) from orders",
            "select sum(case when status = 'paid' then 1 else 0 end) from orders",
            "select count(distinct status = 'paid') from orders",
            "select count(signed_up) from users",
        ],
    },
    Rule {
        code: "sql-last-day",
        named: &[
            "select count(*) from orders where placed_at between date '2024-02-01' and date '2024-02-03'",
            "select count(*) from orders where placed_at between '2024-02-01' and '2024-02-03'",
            "select count(*) from orders where placed_at >= '2024-02-01' and placed_at <= '2024-02-03'",
        ],
        near: &[
            "select count(*) from orders where placed_at >= date '2024-02-01' and placed_at < date '2024-02-04'",
            "select count(*) from orders where placed_at between timestamp '2024-02-01 00:00:00' and timestamp '2024-02-03 23:59:59'",
            "select count(*) from orders where cast(placed_at as date) between date '2024-02-01' and date '2024-02-03'",
            "select count(*) from users where signed_up between date '2024-01-01' and date '2024-01-31'",
            "with t as (select cast(placed_at as date) as placed_at from orders) select count(*) from t where placed_at <= date '2024-02-03'",
        ],
    },
    Rule {
        code: "sql-integer-division",
        named: &[
            "select count(*) filter (where status = 'paid') / count(*) from orders",
            "select 100 * sum(case when status = 'paid' then 1 else 0 end) / count(*) from orders",
            "select sum(user_id) / count(*) from orders",
            "select count(distinct user_id) / nullif(count(*), 0) from orders",
        ],
        near: &[
            "select 1.0 * count(*) filter (where status = 'paid') / count(*) from orders",
            "select count(*) / 2 from orders",
            "select sum(amount) / count(*) from orders",
            "select cast(count(*) as double) / count(*) from orders",
            "select user_id / 10 * 10 from orders",
            "select 100.0 * count(distinct user_id) / count(*) from orders",
        ],
    },
    Rule {
        code: "sql-limit-without-order",
        named: &[
            "select name from users where country = 'US' limit 1",
            "select user_id, sum(amount) from orders group by user_id limit 3",
            "select name from users where user_id in (select user_id from orders limit 2)",
        ],
        near: &[
            "select name from users where country = 'US' order by name limit 1",
            "select * from users limit 3",
            "select name, country from users limit 3",
            "select count(*) from users where country = 'US' limit 1",
            "select name from users u where exists (select 1 from orders o where o.user_id = u.user_id limit 1)",
            "select name from users where country = 'US' limit 0",
        ],
    },
    Rule {
        code: "sql-compared-with-null",
        named: &["select name from users where signed_up = null", "select name from users where null <> country"],
        near: &["select name from users where signed_up is null", "select nullif(country, 'US') = 'GB' from users"],
    },
    Rule {
        code: "sql-null-in-list",
        named: &["select name from users where country not in ('US', null)", "select name from users where country in ('US', null)"],
        near: &["select name from users where country not in ('US', 'NULL')"],
    },
    Rule {
        code: "sql-pattern-without-like",
        named: &["select name from users where name = 'A%'", "select name from users where name <> '%ada%'"],
        near: &["select name from users where name like 'A%'", "select name from users where name = '50%'", "select 'a%' = 'a%'"],
    },
    Rule {
        code: "sql-pattern-star",
        named: &["select name from users where name like 'A*'"],
        near: &["select name from users where name like '*%'", "select name from users where name = 'A*'"],
    },
    Rule {
        code: "sql-constant-condition",
        named: &[
            "select name from users where country = 'US' and country = 'GB'",
            "select name from users where country <> 'US' or country <> 'GB'",
            "select name from users where user_id = 1 and name like 'A%' and user_id = 2",
        ],
        near: &[
            "select name from users where country = 'US' or country = 'GB'",
            "select name from users where country <> 'US' and country <> 'GB'",
            "select a.name from users a join users b using (user_id) where a.country = 'US' and b.country = 'GB'",
            "select name from users where country = 'US' and country = 'US'",
            "select name from users where (country = 'US' and user_id = 1) or (country = 'GB' and user_id = 2)",
        ],
    },
    Rule {
        code: "sql-distinct-sum",
        named: &["select sum(distinct amount) from orders", "select avg(distinct amount) from orders"],
        near: &["select count(distinct amount) from orders", "select max(distinct amount) from orders"],
    },
];

#[test]
fn each_rule_names_what_it_is_for() {
    for rule in RULES {
        for query in rule.named {
            assert_eq!(codes(query), [rule.code], "{query}");
        }
    }
}

#[test]
fn no_rule_names_what_only_comes_near() {
    for rule in RULES {
        for query in rule.near {
            assert_eq!(codes(query), Vec::<String>::new(), "{}: {query}", rule.code);
        }
    }
}

#[test]
fn a_fault_that_is_there_a_thousand_times_is_shown_a_few_times() {
    let chain: Vec<String> = (0..1000).map(|id| format!("user_id = {id}")).collect();
    assert_eq!(codes(&format!("select name from users where {}", chain.join(" and "))), ["sql-constant-condition"; 3]);
    assert_eq!(codes(&format!("select name from users where {}", chain.join(" or "))), Vec::<String>::new());
}

fn codes(query: &str) -> Vec<String> {
    let answer = desk::run(query).unwrap_or_else(|failure| panic!("{}", desk::rendered(query, &failure)));
    answer.warnings.into_iter().map(|warning| warning.code).collect()
}

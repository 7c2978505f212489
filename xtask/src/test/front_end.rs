use super::{Stage, stage};
use crate::node::Node;

pub(super) fn stages() -> Vec<Stage> {
    vec![
        stage("Packages of the front end", |folders| Node::find()?.install(folders)),
        stage("Types of the front end", |folders| Node::find()?.script(folders, "check")),
        stage("Unit tests of the front end", |folders| Node::find()?.script(folders, "test")),
        stage("The front end is built", |folders| Node::find()?.script(folders, "build")),
        stage("Size of the start page", |folders| Node::find()?.script(folders, "budget")),
    ]
}

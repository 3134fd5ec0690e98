//! What is given back: JSON with the audience of every column.

use crate::ExportTable;
use serde_json::{Map, Value, json};

/// Tables as JSON: each with its columns' audiences and its rows.
pub fn export_json(tables: &[ExportTable]) -> Vec<u8> {
    let tables: Map<String, Value> = tables
        .iter()
        .map(|table| {
            let audiences: Map<String, Value> = table
                .columns
                .iter()
                .map(|(name, audience)| ((*name).to_owned(), json!(audience.as_str())))
                .collect();
            let rows: Vec<Value> = table
                .rows
                .iter()
                .map(|row| {
                    let fields = table.columns.iter().zip(row);
                    fields
                        .map(|((name, _), value)| ((*name).to_owned(), json!(value)))
                        .collect()
                })
                .collect();
            (
                table.name.to_owned(),
                json!({ "audiences": audiences, "rows": rows }),
            )
        })
        .collect();
    serde_json::to_vec_pretty(&tables).unwrap_or_default()
}

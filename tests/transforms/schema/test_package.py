import json

import pytest

from transforms.schema.catalog import RELEASE_TABLES, TABLES
from transforms.schema.declare import SchemaError
from transforms.schema.package import PartFile, ReleaseFacts, data_package, table_schema

FACTS = ReleaseFacts("r1", "1.2.3", "2026-01-01T00:00:00Z", {"documents": 5})
FILES = {
    table.name: [PartFile(f"{table.name}/part-{part}.parquet", 10 + part, "ab" * 32, part) for part in (1, 0)]
    for table in RELEASE_TABLES
}
PACKAGE = data_package(FACTS, FILES)
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def test_the_descriptor_is_json_and_holds_the_facts():
    assert json.loads(json.dumps(PACKAGE)) == PACKAGE
    assert (PACKAGE["id"], PACKAGE["version"], PACKAGE["created"]) == ("r1", "1.2.3", "2026-01-01T00:00:00Z")
    assert PACKAGE["liqa"] == {"documents": 5}


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_a_resource_has_files_fields_and_key(table):
    resource = RESOURCES[table.name]
    assert resource["path"] == [f"{table.name}/part-0.parquet", f"{table.name}/part-1.parquet"]
    assert (resource["bytes"], resource["rows"]) == (21, 1)
    assert resource["files"][1]["hash"] == "sha256:" + "ab" * 32
    assert [field["name"] for field in resource["schema"]["fields"]] == list(table.names)
    assert resource["schema"]["primaryKey"] == list(table.key)


@pytest.mark.parametrize("table", RELEASE_TABLES, ids=lambda table: table.name)
def test_references_point_to_the_primary_key_of_a_resource(table):
    references = RESOURCES[table.name]["schema"].get("foreignKeys", [])
    assert len(references) == len(table.foreign_keys)
    for reference in references:
        target = RESOURCES[reference["reference"]["resource"]]
        assert reference["reference"]["fields"] == target["schema"]["primaryKey"]


def test_constraints_come_from_the_declaration():
    fields = {field["name"]: field for field in table_schema(TABLES["reports"], set())["fields"]}
    assert fields["status"]["constraints"] == {"required": True, "enum": ["held", "planned", "cancelled", "denied"]}
    assert fields["confidence"]["constraints"] == {"required": True, "minimum": 0, "maximum": 1}
    assert fields["place_country"]["constraints"] == {"required": False, "pattern": "[A-Z]{3}"}
    assert fields["side_a_countries"] == {
        "name": "side_a_countries",
        "type": "list",
        "description": TABLES["reports"].column("side_a_countries").description,
        "itemType": "string",
        "constraints": {"required": True},
    }


def test_a_release_without_texts_has_no_reference_to_what_is_missing():
    files = {name: parts for name, parts in FILES.items() if name not in ("texts", "entities")}
    package = data_package(FACTS, files)
    assert [resource["name"] for resource in package["resources"]] == [
        table.name for table in RELEASE_TABLES if table.name in files
    ]
    text = json.dumps(package)
    assert '"resource": "entities"' not in text
    assert '"resource": "documents"' in text


def test_files_of_an_unknown_table_raise():
    with pytest.raises(SchemaError, match="actors"):
        data_package(FACTS, {"actors": []})

using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using static OgGen.Generator.Document.Swagger2.Swagger2Nodes;

namespace OgGen.Generator.Document.Swagger2;

/// <content>The elements below paths: parameters, bodies, responses.</content>
internal sealed partial class Swagger2Upgrade
{
    private const string Json = "application/json";
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>The members that belong to a parameter or header itself. All others describe its value.</summary>
    private static readonly HashSet<string> s_ownMembers = new(StringComparer.Ordinal)
    {
        "name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "$ref", "deprecated",
    };

    private JsonObject PathItem(JsonObject old, string pointer)
    {
        var item = new JsonObject();
        JsonObject[] shared = (old["parameters"] as JsonArray)?.OfType<JsonObject>().ToArray() ?? [];
        foreach (KeyValuePair<string, JsonNode?> member in old)
        {
            string child = Pointers.Child(pointer, member.Key);
            item[member.Key] = member.Key switch
            {
                "parameters" => Parameters(shared, child, child),
                "get" or "put" or "post" or "delete" or "options" or "head" or "patch" when member.Value is JsonObject operation =>
                    Operation(operation, shared, pointer, child),
                _ => Copy(member.Value),
            };
        }

        return item;
    }

    private JsonObject Operation(JsonObject old, JsonObject[] shared, string parent, string pointer)
    {
        JsonObject operation = Without(old, "consumes", "produces", "schemes", "parameters", "responses");
        if (old["schemes"] is JsonArray
            && Servers(Strings(old["schemes"])) is { Count: > 0 } servers
            && !JsonNode.DeepEquals(servers, Servers(Strings(_old["schemes"]))))
        {
            operation["servers"] = servers;
            _sourcePointers[pointer + "/servers"] = pointer + "/schemes";
        }

        JsonObject[] own = (old["parameters"] as JsonArray)?.OfType<JsonObject>().ToArray() ?? [];
        operation["parameters"] = Parameters(own, pointer + "/parameters", pointer + "/parameters");

        // A body of the path item belongs to each operation that has none of its own.
        (JsonObject Item, string Pointer)[] bodies = Bodies(own, pointer);
        if (bodies.Length == 0 || Text(bodies[0].Item["in"]) == "formData")
        {
            var names = new HashSet<string?>(bodies.Select(static body => Text(body.Item["name"])));
            bodies = [.. bodies, .. Bodies(shared, parent).Where(body => names.Add(Text(body.Item["name"])))];
        }

        if (bodies.Length > 0)
        {
            operation["requestBody"] = RequestBody(
                bodies, old["consumes"] is JsonArray ? Strings(old["consumes"]) : Strings(_old["consumes"]), pointer + "/requestBody");
        }

        string[] produces = old["produces"] is JsonArray ? Strings(old["produces"]) : Strings(_old["produces"]);
        var responses = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Members(old, "responses"))
        {
            // A shared response has the document's content types; an operation may have its own.
            string at = Pointers.Child(pointer + "/responses", member.Key);
            JsonObject? target = member.Value is JsonObject response ? old["produces"] is JsonArray ? Resolve(response) : response : null;
            responses[member.Key] = target is null || member.Key.StartsWith("x-", StringComparison.Ordinal)
                ? Copy(member.Value)
                : Response(target, produces, at);
        }

        operation["responses"] = responses;
        return operation;
    }

    private (JsonObject Item, string Pointer)[] Bodies(JsonObject[] parameters, string pointer)
        => parameters
            .Select((parameter, i) => (Item: Resolve(parameter), Pointer: Pointers.Child(pointer + "/parameters", i)))
            .Where(static body => IsBody(body.Item))
            .ToArray();

    private static bool IsBody(JsonObject parameter) => Text(parameter["in"]) is "body" or "formData";

    private JsonArray Parameters(JsonObject[] old, string pointer, string sourcePointer)
    {
        var parameters = new JsonArray();
        for (int i = 0; i < old.Length; i++)
        {
            if (!IsBody(Resolve(old[i])))
            {
                string at = Pointers.Child(pointer, parameters.Count);
                _sourcePointers[at] = Pointers.Child(sourcePointer, i);
                _sourcePointers[at + "/schema"] = Pointers.Child(sourcePointer, i);
                parameters.Add(Parameter(old[i]));
            }
        }

        return parameters;
    }

    private static JsonObject Parameter(JsonObject old)
    {
        if (old.ContainsKey("$ref"))
        {
            return Without(old);
        }

        JsonObject parameter = Value(old);
        if (Text(old["type"]) == "array")
        {
            bool isQuery = Text(old["in"]) == "query";
            (string? style, bool explode) = Format(Text(old["collectionFormat"]));
            parameter["style"] = style ?? (isQuery ? "form" : "simple");
            parameter["explode"] = explode && isQuery;
            if (Text(old["collectionFormat"]) == "tsv")
            {
                parameter.Remove("style");
                parameter[TabDelimited] = true;
            }
        }

        return parameter;
    }

    /// <summary>The style of a collection format; null for the default.</summary>
    private static (string? Style, bool Explode) Format(string? collectionFormat) => collectionFormat switch
    {
        "ssv" => ("spaceDelimited", false),
        "pipes" => ("pipeDelimited", false),
        "multi" => (null, true),
        _ => (null, false),
    };

    /// <summary>A parameter or a header, whose value has a schema of its own in 3.0.</summary>
    private static JsonObject Value(JsonObject old)
    {
        var own = new JsonObject();
        var schema = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in old)
        {
            bool isOwn = s_ownMembers.Contains(member.Key)
                || member.Key.StartsWith("x-", StringComparison.Ordinal) && member.Key != "x-nullable";
            (isOwn ? own : schema)[member.Key] = Copy(member.Value);
        }

        own.Remove("collectionFormat");
        own["schema"] = Swagger2Schemas.Upgrade(schema);
        return own;
    }

    private JsonObject RequestBody((JsonObject Item, string Pointer)[] bodies, string[] consumes, string pointer)
    {
        (JsonObject first, string sourcePointer) = bodies[0];
        _sourcePointers[pointer] = sourcePointer;
        var content = new JsonObject();
        if (Text(first["in"]) == "body")
        {
            string[] types = consumes.Where(static type => !IsForm(type)).ToArray();
            foreach (string type in types.Length > 0 ? types : [Json])
            {
                content[type] = new JsonObject { ["schema"] = BodySchema(first["schema"], type) };
                _sourcePointers[Pointers.Child(pointer + "/content", type)] = sourcePointer;
            }

            JsonObject body = Without(first, "name", "in", "schema");
            body["content"] = content;
            return body;
        }

        bool hasFile = bodies.Any(static body => IsFile(body.Item) || IsFileList(body.Item));
        string form = hasFile ? Multipart : consumes.FirstOrDefault(IsForm) ?? UrlEncoded;
        _sourcePointers[Pointers.Child(pointer + "/content", form)] = sourcePointer;
        content[form] = Form(bodies, Pointers.Child(pointer + "/content", form));
        return new JsonObject { ["required"] = bodies.Any(static body => Flag(body.Item["required"])), ["content"] = content };

        static bool IsForm(string type)
            => type.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase)
                || type.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The schema of a body in one content type. Swagger 2.0 has one for all: where that allows anything, plain text is still text.
    /// </summary>
    private static JsonNode BodySchema(JsonNode? schema, string contentType)
    {
        JsonNode upgraded = Swagger2Schemas.Upgrade(schema) ?? new JsonObject();
        bool isText = contentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);
        if (isText
            && upgraded is JsonObject item
            && item.All(static member => SchemaSiblings.IsAnnotation(member.Key))
            && !item.ContainsKey("$ref"))
        {
            item["type"] = "string";
        }

        return upgraded;
    }

    private JsonObject Form((JsonObject Item, string Pointer)[] fields, string pointer)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        var encoding = new JsonObject();
        foreach ((JsonObject written, string sourcePointer) in fields)
        {
            JsonObject field = IsFileList(written) ? FileList(written) : written;
            if (Text(field["name"]) is not { } name)
            {
                continue;
            }

            JsonObject property = Value(field)["schema"]!.AsObject();
            property.Parent!.AsObject().Remove("schema");
            if (Text(field["description"]) is { } description)
            {
                property["description"] = description;
            }

            if (field[SpecExtensions.Name] is { } given)
            {
                property[SpecExtensions.Name] = Copy(given);
            }

            properties[name] = property;
            _sourcePointers[Pointers.Child(pointer + "/schema/properties", name)] = sourcePointer;
            if (Flag(field["required"]))
            {
                required.Add(name);
            }

            if (Text(field["type"]) == "array")
            {
                (string? style, bool explode) = Format(Text(field["collectionFormat"]));
                encoding[name] = new JsonObject { ["style"] = style ?? "form", ["explode"] = explode };
                if (Text(field["collectionFormat"]) == "tsv")
                {
                    encoding[name]![TabDelimited] = true;
                }
            }
        }

        return new JsonObject
        {
            ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required },
            ["encoding"] = encoding,
        };
    }

    private static bool IsFile(JsonObject schema) => Text(schema["type"]) == "file";

    // 2.0 has single files only. Frameworks that take several write a list of files, or what lists alone have beside `type: file`.
    private static bool IsFileList(JsonObject field) => IsFile(field)
        ? field["items"] is JsonObject || Text(field["collectionFormat"]) == "multi"
        : Text(field["type"]) == "array" && field["items"] is JsonObject item && IsFile(item);

    private static JsonObject FileList(JsonObject field)
    {
        var list = (JsonObject)field.DeepClone();
        list["type"] = "array";
        list["items"] = new JsonObject { ["type"] = "file" };
        list["collectionFormat"] = "multi";
        return list;
    }

    private static JsonObject Header(JsonObject old)
    {
        JsonObject header = Value(old);
        if (Format(Text(old["collectionFormat"])).Style is not null || Text(old["collectionFormat"]) == "tsv")
        {
            // 3.0 has commas only: a list with another separator becomes a string.
            header["schema"] = new JsonObject { ["type"] = "string" };
        }

        return header;
    }

    private JsonObject Response(JsonObject old, string[] produces, string pointer = "")
    {
        JsonObject response = Without(old, "schema", "examples", "headers");
        if (old["schema"] is JsonObject schema)
        {
            // A file is not JSON, whatever content types the document declares for all responses.
            bool isFile = IsFile(schema);
            string[] types = isFile
                ? produces.Where(static type => type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0).ToArray()
                : produces;
            var content = new JsonObject();
            foreach (string type in types.Length > 0 ? types : [isFile ? "application/octet-stream" : Json])
            {
                content[type] = new JsonObject { ["schema"] = Swagger2Schemas.Upgrade(schema) };
                _sourcePointers[Pointers.Child(pointer + "/content", type)] = pointer;
            }

            response["content"] = content;
        }

        if (old["headers"] is JsonObject headers)
        {
            var converted = new JsonObject();
            foreach (KeyValuePair<string, JsonNode?> header in headers)
            {
                converted[header.Key] = header.Value is JsonObject item ? Header(item) : new JsonObject();
            }

            response["headers"] = converted;
        }

        return response;
    }
}

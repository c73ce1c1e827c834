using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The client: its constructors, and a property for each group.</summary>
internal static class ClientEmitter
{
    /// <summary>The field of the client that says what its operations have in common.</summary>
    public const string Defaults = "s_operations";

    public static void Print(CodeWriter writer, ClientModel client, string access)
    {
        writer.Doc(client.Doc).Write(TypeHeader.Generated);
        writer.Open($"{access} partial class {client.Name} : api::ApiClient, api::IApiClient<{client.Name}>");
        writer.Write(
            $"private static readonly gen::ApiClientDescriptor s_descriptor = new({CSharpText.Literal(client.Name)}, "
                + $"{CSharpText.Literal(client.Version)}"
                + $"){(client.BasePath is { } path ? $" {{ BasePath = {CSharpText.Literal(path)} }}" : "")};");
        if (client.Defaults is { } defaults)
        {
            writer.Blank().Write("/// <summary>What most operations have in common; an operation says what it has otherwise.</summary>");
            writer.Write($"internal static readonly gen::ApiOperationDefaults {Defaults} = new()").OpenBlock();
            writer.Write(string.Join(",\n", OptionsEmitter.Options(defaults)) + ",").Close(";");
        }

        PrintConstructors(writer, client);
        foreach (GroupRef group in client.Groups)
        {
            writer.Blank().Write($"private {group.TypeName}? {group.FieldName};");
            writer.Blank()
                .Doc(group.Doc)
                .Write($"public virtual {group.TypeName} {group.PropertyName} => {group.FieldName} ??= new(Pipeline);");
        }

        string credential = client.Credentials is null ? "" : "configuration.RequireCredential(), ";
        string explicitly = $"new({credential}configuration.RequireBaseAddress(), configuration.Options)";
        string made = client.ServersName is null
            ? explicitly
            : $"configuration.BaseAddress is null\n        ? new({credential}({client.ServersName}?)configuration.Server, "
                + $"configuration.Options)\n        : {explicitly}";
        writer.Blank().Write($$"""
            /// <summary>The same client, on the same connections, with other options for the calls made through it.</summary>
            public virtual {{client.Name}} With(api::ApiCallOptions options) => new(this, options);

            /// <summary>Creates a client from a configuration; for dependency injection.</summary>
            public static {{client.Name}} Create(api::ApiClientConfiguration configuration)
            {
                system::ArgumentNullException.ThrowIfNull(configuration);
                return {{made}};
            }
            """);
        PrintLookups(writer, client);
        writer.Close();

        if (client.Credentials is { } credentials)
        {
            PrintCredentials(writer.Blank(), credentials, client.Name, access);
        }
    }

    /// <summary>What configuration needs; explicit, so that no group's name can collide.</summary>
    private static void PrintLookups(CodeWriter writer, ClientModel client)
    {
        string self = $"api::IApiClient<{client.Name}>";
        if (client.ServersName is not null)
        {
            writer.Blank().Write($"static generic::IReadOnlyList<string> {self}.ServerNames => {client.ServersName}.Names;");
            writer.Blank().Write($"static api::ApiServer? {self}.FindServer(string name) => {client.ServersName}.Find(name);");
        }

        if (client.Secret is { } secret)
        {
            writer.Blank()
                .Write(
                    $"static api::ApiCredential? {self}.CreateCredential(string secret) => "
                        + $"{client.Credentials!.Name}.{secret.FactoryName}(secret);");
        }
    }

    private static void PrintConstructors(CodeWriter writer, ClientModel client)
    {
        string options = "api::ApiClientOptions? options = null";
        string address = "An absolute https URL; http is accepted for loopback addresses."
            + (client.BasePath is { } path ? $" Without a path it gets the document's, `{path}`." : "");
        if (client.Secret is { } secret)
        {
            string credential = $"{client.Credentials!.Name}.{secret.FactoryName}({secret.ParameterName})";
            if (client.ServersName is not null)
            {
                Constructor(
                    $"string {secret.ParameterName}, {client.ServersName}? server = null, {options}",
                    $"this({credential}, server, options)",
                    "Initializes a new instance of the client.",
                    (secret.ParameterName, secret.Doc.Summary),
                    ("server", "The server; the document's first one by default."));
            }

            Constructor(
                $"string {secret.ParameterName}, system::Uri baseAddress, {options}",
                $"this({credential}, baseAddress, options)",
                "Initializes a new instance of the client for another address, such as a proxy or an emulator, that serves all operations.",
                (secret.ParameterName, secret.Doc.Summary),
                ("baseAddress", address));
        }

        if (client.Credentials is not null)
        {
            if (client.ServersName is not null)
            {
                Constructor(
                    $"api::ApiCredential credential, {client.ServersName}? server = null, {options}",
                    $"base(s_descriptor, server ?? {ServersEmitter.Expression(client.DefaultServer!)}, credential, options)",
                    "Initializes a new instance of the client with a credential that can be renewed.",
                    ("credential", $"From {client.Credentials.Name}."),
                    ("server", "The server; the document's first one by default."));
            }

            Constructor(
                $"api::ApiCredential credential, system::Uri baseAddress, {options}",
                "base(s_descriptor, baseAddress, credential, options)",
                "Initializes a new instance of the client for another address, with a credential that can be renewed.",
                ("credential", $"From {client.Credentials.Name}."),
                ("baseAddress", address));
        }
        else
        {
            if (client.ServersName is not null)
            {
                Constructor(
                    $"{client.ServersName}? server = null, {options}",
                    $"base(s_descriptor, server ?? {ServersEmitter.Expression(client.DefaultServer!)}, null, options)",
                    "Initializes a new instance of the client.",
                    ("server", "The server; the document's first one by default."));
            }

            Constructor(
                $"system::Uri baseAddress, {options}",
                "base(s_descriptor, baseAddress, null, options)",
                "Initializes a new instance of the client for an address.",
                ("baseAddress", address));
        }

        writer.Blank().Write($$"""
            /// <summary>For mocking: overrides are all that such an instance can do.</summary>
            protected {{client.Name}}()
            {
            }

            private {{client.Name}}({{client.Name}} original, api::ApiCallOptions options)
                : base(original, options)
            {
            }
            """);

        void Constructor(string parameters, string initializer, string summary, params (string Name, string Text)[] docs)
        {
            writer.Blank().Element("summary", summary);
            foreach ((string name, string text) in docs)
            {
                writer.Element("param", text, $" name=\"{name}\"");
            }

            writer.Write("/// <param name=\"options\">Time limits, retries, transport.</param>");
            writer.Write($$"""
                /// <exception cref="system::ArgumentException">An argument cannot be used; its value is not repeated.</exception>
                public {{client.Name}}({{parameters}})
                    : {{initializer}}
                {
                }
                """);
        }
    }

    private static void PrintCredentials(CodeWriter writer, CredentialsModel credentials, string clientName, string access)
    {
        writer.Element("summary", $"The credentials that {clientName} takes.").Write(TypeHeader.Generated);
        writer.Open($"{access} static partial class {credentials.Name}");
        bool isFirst = true;
        foreach (CredentialModel scheme in credentials.Schemes)
        {
            foreach (CredentialFactory factory in CredentialFactory.Of(scheme))
            {
                if (!isFirst)
                {
                    writer.Blank();
                }

                isFirst = false;
                writer.Doc(scheme.Doc);
                if (factory.ProviderDoc is { } text)
                {
                    writer.Element("param", text, " name=\"tokenProvider\"");
                }

                writer.Write($"public static api::ApiCredential {scheme.Name}({factory.Parameters}) => api::ApiCredential.{factory.Call};");
            }
        }

        writer.Close();
    }
}

using OgGen.Frameworks.Tests.Harness;

namespace OgGen.Frameworks.Tests;

/// <summary>Every document that is tried.</summary>
internal static class Frameworks
{
    private static readonly ServerProgram s_aspNetCore =
        ServerProgram.DotNet("ASP.NET Core (Microsoft.AspNetCore.OpenApi)", "OgGen.Frameworks.AspNetCore");

    private static readonly ServerProgram s_swashbuckle = ServerProgram.DotNet("Swashbuckle.AspNetCore", "OgGen.Frameworks.Swashbuckle");
    private static readonly ServerProgram s_nswag = ServerProgram.DotNet("NSwag.AspNetCore", "OgGen.Frameworks.NSwag");
    private static readonly ServerProgram s_fastEndpoints = ServerProgram.DotNet("FastEndpoints.Swagger", "OgGen.Frameworks.FastEndpoints");
    private static readonly ServerProgram s_nestJs = ServerProgram.Node("NestJS (@nestjs/swagger)", "nestjs");
    private static readonly ServerProgram s_fastify = ServerProgram.Node("Fastify (@fastify/swagger)", "fastify");
    private static readonly ServerProgram s_hono = ServerProgram.Node("Hono (@hono/zod-openapi)", "hono");
    private static readonly ServerProgram s_pydantic = ServerProgram.Node("as FastAPI with Pydantic writes", "pydantic");

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<FrameworkCase> All { get; } =
    [
        new("aspnetcore-minimal-3.1", s_aspNetCore, "/documents/minimal.json", AspNetCoreMinimal31.Calls.Of)
        {
            Limits = [Limit.HugeIntegers],
        },
        new("aspnetcore-minimal-3.0", s_aspNetCore, "/documents/minimal-3.0.json", AspNetCoreMinimal30.Calls.Of)
        {
            Limits = [Limit.HugeIntegers],
        },
        new("aspnetcore-controllers-3.1", s_aspNetCore, "/documents/controllers.json", AspNetCoreControllers31.Calls.Of),
        new("aspnetcore-controllers-3.0", s_aspNetCore, "/documents/controllers-3.0.json", AspNetCoreControllers30.Calls.Of),
        new("swashbuckle-3.0", s_swashbuckle, "/documents/v1-3.0.json", Swashbuckle30.Calls.Of)
        {
            Limits = [Limit.Decimals, Limit.Unsigned, Limit.UnsaidNull],
        },
        new("swashbuckle-3.1", s_swashbuckle, "/documents/v1-3.1.json", Swashbuckle31.Calls.Of)
        {
            Limits = [Limit.Decimals, Limit.Unsigned, Limit.UnsaidNull],
        },
        new("nswag-3.0", s_nswag, "/documents/3.0.json", static (address, options) =>
            NSwag30.Calls.Of(address, options, Samples.Token, hasMapping: true))
        {
            Limits = [Limit.UnsaidNull],
        },
        new("nswag-2.0", s_nswag, "/documents/2.0.json", static (address, options) =>
            NSwag20.Calls.Of(address, options, "Bearer " + Samples.Token, hasMapping: false))
        {
            Limits = [Limit.UnsaidNull, Limit.Unmapped, Limit.KeyWithScheme],
        },
        new("fastendpoints-3.0", s_fastEndpoints, "/documents/v1.json", FastEndpoints30.Calls.Of)
        {
            Limits = [Limit.UnsaidNull],
        },
        new("nestjs-3.0", s_nestJs, "/documents/openapi.json", NestJs30.Calls.Of)
        {
            Limits = [Limit.Numbers, Limit.UnsaidNull, Limit.UnionOfDerived, Limit.UuidsOfPaths, Limit.HtmlStrings],
        },
        new("fastify-3.1", s_fastify, "/documents/openapi.json", Fastify31.Calls.Of)
        {
            Limits = [Limit.Numbers],
        },
        new("hono-3.1", s_hono, "/documents/openapi.json", Hono31.Calls.Of)
        {
            Limits = [Limit.Numbers, Limit.UnsaidNull, Limit.ZodFormats],
        },
        new("hono-3.0", s_hono, "/documents/openapi-3.0.json", Hono30.Calls.Of)
        {
            Limits = [Limit.Numbers, Limit.UnsaidNull, Limit.ZodFormats],
        },
        new("pydantic-3.1", s_pydantic, "/openapi.json", Pydantic31.Calls.Of)
        {
            Limits = [Limit.Numbers, Limit.UnionOfDerived, Limit.DecimalStrings],
        },
    ];

    /// <summary>Those whose server can be started here.</summary>
    public static IReadOnlyList<FrameworkCase> Here { get; } = [.. All.Where(static framework => framework.Program.Missing is null)];
}

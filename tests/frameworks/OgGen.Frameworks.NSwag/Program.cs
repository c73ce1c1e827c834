using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors.Security;
using OgGen.Frameworks;

// The documents that NSwag writes of the same controllers: OpenAPI 3.0 and Swagger 2.0.
WebApplicationBuilder builder = FrameworkHost.CreateBuilder();
builder.Services.AddControllers();
builder.Services.AddOpenApiDocument(static settings => Configure(settings, "3.0", SchemaType.OpenApi3));
builder.Services.AddSwaggerDocument(static settings => Configure(settings, "2.0", SchemaType.Swagger2));

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.UseOpenApi(static settings => settings.Path = "/documents/{documentName}.json");
app.MapControllers();
await FrameworkHost.RunAsync(app, typeof(AspNetCoreOpenApiDocumentGenerator).Assembly);

static void Configure(AspNetCoreOpenApiDocumentGeneratorSettings settings, string name, SchemaType type)
{
    settings.DocumentName = name;
    settings.Title = "Depot";
    settings.SchemaSettings.SchemaType = type;
    settings.AddSecurity(TokenHandler.Scheme, type == SchemaType.Swagger2
        ? new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            Name = "Authorization",
            In = OpenApiSecurityApiKeyLocation.Header,
        }
        : new OpenApiSecurityScheme { Type = OpenApiSecuritySchemeType.Http, Scheme = "bearer" });
    settings.OperationProcessors.Add(new AspNetCoreOperationSecurityScopeProcessor(TokenHandler.Scheme));
}

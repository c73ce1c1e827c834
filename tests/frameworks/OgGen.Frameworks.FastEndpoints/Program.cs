using FastEndpoints;
using FastEndpoints.Swagger;
using NSwag;
using OgGen.Frameworks;

// The document that FastEndpoints writes (with NSwag's generator) of its own kind of endpoints.
WebApplicationBuilder builder = FrameworkHost.CreateBuilder();
builder.Services.AddFastEndpoints();
builder.Services.SwaggerDocument(static options =>
{
    options.DocumentSettings = static settings =>
    {
        settings.DocumentName = "v1";
        settings.Title = "Depot";
        settings.Version = "v1";
        settings.AddAuth(TokenHandler.Scheme, new() { Type = OpenApiSecuritySchemeType.Http, Scheme = "bearer" });
    };
    options.EnableJWTBearerAuth = false;
    options.ShortSchemaNames = true;
});

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.UseFastEndpoints(static configuration =>
{
    configuration.Endpoints.ShortNames = true;
    configuration.Errors.UseProblemDetails();
});
app.UseSwaggerGen(static settings => settings.Path = "/documents/{documentName}.json", uiConfig: null);
await FrameworkHost.RunAsync(app, typeof(DocumentOptions).Assembly);

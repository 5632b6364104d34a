var builder = WebApplication.CreateSlimBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "OfficerBot");
app.MapGet("/healthz", () => "ok");
await app.RunAsync();

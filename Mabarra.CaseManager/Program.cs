using Mabarra.CaseManager;
using Mabarra.CaseManager.Data.Boot;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddModules(builder.Configuration);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseBoot>().StartAsync(app.Lifetime.ApplicationStopping);
app.MapStaticAssets().AllowAnonymous();
await app.RunAsync();

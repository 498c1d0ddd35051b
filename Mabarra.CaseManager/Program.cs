using Mabarra.CaseManager;
using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Staff.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(ShiftedClock.For(builder.Configuration, builder.Environment));
builder.Services.AddModules(builder.Configuration);
builder.Services.AddRazorComponents().AddInteractiveServerComponents(CircuitLimits.Apply).AddHubOptions(CircuitLimits.Apply);

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseBoot>().StartAsync(app.Lifetime.ApplicationStopping);
app.UseStaff();
app.MapStaticAssets().AllowAnonymous();
app.MapStaff();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(CircuitLimits.Apply);
await app.RunAsync();

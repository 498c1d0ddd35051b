using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager;

/// <summary>Every module, one line each. The web host, the commands and the tests all start from here.</summary>
public static class Composition
{
    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration) => services
        .AddData(configuration)
        .AddAudit();
}

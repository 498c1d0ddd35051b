namespace Mabarra.CaseManager.Administration.Health;

/// <summary>For supervisors and proxies. Names and ok/degraded, never why: that stands in the log.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("ok")).AllowAnonymous();
        endpoints.MapGet("/health/ready", async (Readiness readiness, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var report = await readiness.ReportAsync(http.RequestAborted);
            return Results.Json(
                new { status = Word(report.IsOk), checks = report.Checks.ToDictionary(c => c.Key, c => Word(c.Value), StringComparer.Ordinal) },
                statusCode: report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }

    private static string Word(bool ok) => ok ? "ok" : "degraded";
}

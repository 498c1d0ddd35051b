using System.Text.Json;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mabarra.CaseManager.Tests.Contacts;

/// <summary>Short messages through a gateway that really listens.</summary>
public sealed class HttpSenderTests : IAsyncLifetime
{
    private readonly List<(string Key, string? Token, JsonElement Body)> posts = [];
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private WebApplication? gateway;
    private int answer = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpSender Sender => new(services.GetRequiredService<IHttpClientFactory>());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gateway = builder.Build();
        gateway.MapPost("/send", async (HttpContext http) =>
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
            posts.Add((http.Request.Headers["Idempotency-Key"]!, http.Request.Headers.Authorization, body));
            return Results.Text("id=77", statusCode: answer);
        });
        await gateway.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await gateway!.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_one_post_with_its_token_and_its_own_key()
    {
        var result = await SendAsync();
        Assert.Equal((TryOutcome.Accepted, "200 id=77"), (result.Outcome, result.Words));
        var (key, token, body) = Assert.Single(posts);
        Assert.Equal(("7@x", "Bearer t"), (key, token));
        Assert.Equal(("+966500000101", "Mabarra", "طلبكم مكتمل"), (Text(body, "to"), Text(body, "from"), Text(body, "text")));
    }

    [Theory]
    [InlineData(400, TryOutcome.Refused)]
    [InlineData(401, TryOutcome.Later)]
    [InlineData(429, TryOutcome.Later)]
    [InlineData(500, TryOutcome.Later)]
    [InlineData(409, TryOutcome.Accepted)]
    public async Task A_gateway_that_is_busy_or_broken_is_asked_again_and_one_that_refuses_the_message_is_not(int status, TryOutcome expected)
    {
        answer = status;
        Assert.Equal(expected, (await SendAsync()).Outcome);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_asked_again()
    {
        await gateway!.StopAsync(Cancel);
        Assert.Equal(TryOutcome.Later, (await SendAsync()).Outcome);
    }

    private Task<SendResult> SendAsync()
    {
        var address = gateway!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var settings = new Gateway(NoticeRoute.Sms);
        settings.Set(new(IsOn: true, $"{address}/send", null, default, null, "Mabarra", SendsAbroad: false));
        return Sender.SendAsync(settings, "t", new Outgoing("7@x", "+966500000101", "نورة", "موضوع", "طلبكم مكتمل", "complete", "Mabarra", "جمعية"), Cancel);
    }

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace PixverseHarness.Cli.Tests;

/// <summary>Passes what comes in on a loopback port to an <see cref="HttpMessageHandler"/>, so that a program can speak with a twin that has no sockets.</summary>
internal sealed class HandlerOverSockets : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HandlerOverSockets(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Origin => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts to listen.</summary>
    public static async Task<HandlerOverSockets> StartAsync(HttpMessageHandler handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var invoker = new HttpMessageInvoker(handler);
        application.Run(context => PassAsync(context, invoker));
        await application.StartAsync();
        return new HandlerOverSockets(application);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task PassAsync(HttpContext context, HttpMessageInvoker invoker)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.GetEncodedUrl());
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, value) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        using var response = await invoker.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            context.Response.Headers[name] = string.Join(", ", values);
        }

        var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.Headers.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}

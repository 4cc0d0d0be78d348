using System.Reflection;
using PixverseHarness.Client.Tests.Support;

namespace PixverseHarness.Client.Tests;

/// <summary>The key must show up nowhere, even if the service repeats it in everything it says.</summary>
public sealed class KeySafetyTests
{
    private const string Echo = "you sent " + Bench.Key + " to us";
    private readonly Bench bench = new();

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(200)]
    public void AnyAnswer_ThatRepeatsTheKey_DoesNotShowIt(int status)
    {
        bench.Handler.Json(status, $$"""{"request_id":"abc","status":"{{Echo}}","error":"{{Echo}}","status_url":"https://evil.test/{{Bench.Key}}"}""");

        AssertClean(bench.Run(() => bench.Client.GetStatusAsync(bench.Job)));
        AssertClean(bench.Run(() => bench.Client.GetResultAsync(bench.Job)));
        AssertClean(bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)));
        AssertClean(bench.Run(() => bench.Client.GenerateSyncAsync(Bench.Fox)));
        AssertClean(bench.Run(() => bench.Client.GetCreditsAsync()));
        var waited = bench.Wait(TimeSpan.FromSeconds(3));
        AssertKeyIsAbsent(waited);
        if (waited.End != WaitEnd.Completed)
        {
            AssertKeyIsAbsent(Assert.ThrowsAny<Exception>(waited.ValueOrThrow));
        }
    }

    [Fact]
    public void FailedJob_ThatRepeatsTheKey_DoesNotShowIt()
    {
        bench.Handler.Json(422, """{"status":"FAILED","error":{"headers":["ECHO"]}}""".Replace("ECHO", Echo, StringComparison.Ordinal));

        AssertClean(bench.Run(() => bench.Client.GetStatusAsync(bench.Job)));
    }

    [Fact]
    public void Redirect_ToAUrlWithTheKey_DoesNotShowIt()
    {
        bench.Handler.Answer(302, "", null, ("Location", "https://evil.test/?k=" + Bench.Key));

        AssertClean(bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)));
    }

    [Fact]
    public void TransportFault_ThatRepeatsTheKey_DoesNotShowIt()
    {
        bench.Handler.Throws(new HttpRequestException(Echo));

        AssertClean(bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)));
    }

    [Fact]
    public void ToString_OfClientAndOptions_DoesNotShowIt()
    {
        AssertKeyIsAbsent(bench.Client.ToString());
        AssertKeyIsAbsent(new PixverseClientOptions { ApiKey = Bench.Key }.ToString());
    }

    private static void AssertClean<T>(StepOutcome<T> outcome)
    {
        AssertKeyIsAbsent(outcome);
        AssertKeyIsAbsent(outcome.Failure);
        AssertKeyIsAbsent(outcome.Value);
        if (outcome.Failure is not null)
        {
            AssertKeyIsAbsent(Assert.ThrowsAny<Exception>(() => outcome.ValueOrThrow()));
        }
    }

    /// <summary>Looks at the text of a thing and of everything public below it.</summary>
    private static void AssertKeyIsAbsent(object? thing, int depth = 0)
    {
        if (thing is null || depth > 4)
        {
            return;
        }

        Assert.DoesNotContain(Bench.Key, thing.ToString(), StringComparison.Ordinal);
        if (thing is System.Collections.IEnumerable items and not string)
        {
            foreach (var item in items)
            {
                AssertKeyIsAbsent(item, depth + 1);
            }
        }

        if (thing.GetType().Namespace?.StartsWith("PixverseHarness.Client", StringComparison.Ordinal) != true)
        {
            return;
        }

        foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            AssertKeyIsAbsent(property.GetValue(thing), depth + 1);
        }
    }
}

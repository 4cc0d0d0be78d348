namespace PixverseHarness.House.Tests;

/// <summary>Fails with every fault on a line of its own; xunit's own assertion cuts long ones.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}

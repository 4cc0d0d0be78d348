using System.Text.Json;

namespace PixverseHarness.Contract.Tests.Parameters;

/// <summary>Reads an enum from its name on the wire.</summary>
internal static class WireEnum
{
    public static T Read<T>(string wireName)
        where T : struct, Enum =>
        JsonSerializer.Deserialize<T>($"\"{wireName}\"");
}

namespace Unfold.Generators.Tests;

/// <summary>A valid experiment, with places to put mistakes.</summary>
internal static class Specimen
{
    public static string Json(
        string dataset = """{ "use": "phantoms", "train": 64 }""",
        string architecture = """{ "use": "deconet", "layers": 3 }""",
        string continuation = """{ "use": "none" }""",
        string training = """{ "epochs": 1, "optimizer": { "use": "adam", "learningRate": 1e-2 } }""",
        string more = "") => $$"""
        {
          "description": "A specimen.",
          "dataset": {{dataset}},
          "measurement": { "use": "gaussian" },
          "architecture": {{architecture}},
          "continuation": {{continuation}},
          "loss": { "use": "mse" },
          "training": {{training}}{{more}}
        }
        """;
}

await import("./eval-tables.ts");
